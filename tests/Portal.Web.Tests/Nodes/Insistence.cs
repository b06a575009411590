using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// As a person presses again: while nobody answers, or a proxy or a maintenance page in place of the portal.
/// </summary>
internal static class Insistence
{
    public static async Task<PortalPage> InsistAsync(Func<Task<PortalPage>> act)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                var answer = await act();
                if (answer.Status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
                {
                    return answer;
                }
            }
            catch (HttpRequestException) when (!limit.IsCancellationRequested)
            {
                // The connection went with the node.
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
