import makeDemonstrationImage from './demonstration-image.ts'
import makePublishedDemonstration from './published-demonstration.ts'
import { startDashboard, startMockApp } from './servers.ts'

/** Starts what the journeys visit, once for all of them; their addresses are read by `browser-test.ts`. */
export default async function startServers() {
  await makeDemonstrationImage()
  await makePublishedDemonstration()
  const [dashboard, mockApp] = await Promise.all([startDashboard(), startMockApp()])
  process.env.DASHBOARD_ADDRESS = dashboard.address
  process.env.MOCK_APP_ADDRESS = mockApp.address
  return async () => {
    await Promise.all([dashboard.stop(), mockApp.stop()])
  }
}
