using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.LoadBalancing;

namespace Portal.Web.Tests.Nodes;

/// <summary>A reverse proxy in front of nodes: each request to the next of those that say they are ready.</summary>
internal sealed class NodesBehindAProxy : IAsyncDisposable
{
    private readonly WebApplication proxy;

    private NodesBehindAProxy(WebApplication proxy, Uri address) => (this.proxy, Address) = (proxy, address);

    public Uri Address { get; }

    public static async Task<NodesBehindAProxy> StartAsync(IEnumerable<Uri> nodes)
    {
        var address = new Uri($"http://127.0.0.1:{PortalApp.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls(address.AbsoluteUri);
        builder.Services.AddReverseProxy().LoadFromMemory(
            [
                new RouteConfig
                {
                    RouteId = "all",
                    ClusterId = "nodes",
                    Match = new RouteMatch { Path = "{**all}" },
                    Transforms =
                    [
                        Transform("RequestHeaderOriginalHost", "true"),
                        Transform("X-Forwarded", "Off"),
                        Set("X-Forwarded-Proto", "https"),
                        Set("X-Forwarded-For", "203.0.113.10"),
                    ],
                },
            ],
            [
                new ClusterConfig
                {
                    ClusterId = "nodes",
                    LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
                    HealthCheck = new HealthCheckConfig
                    {
                        Active = new ActiveHealthCheckConfig
                        {
                            Enabled = true,
                            Path = "/healthz/ready",
                            Interval = TimeSpan.FromMilliseconds(200),
                            Timeout = TimeSpan.FromSeconds(5),
                        },
                    },
                    Destinations = nodes.Index().ToDictionary(node => $"{node.Index}", node => new DestinationConfig
                    {
                        Address = node.Item.AbsoluteUri,
                    }),
                },
            ]);
        var app = builder.Build();
        app.MapReverseProxy();
        await app.StartAsync();
        return new NodesBehindAProxy(app, address);
    }

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    private static Dictionary<string, string> Transform(string name, string value) => new() { [name] = value };

    private static Dictionary<string, string> Set(string header, string value) => new() { ["RequestHeader"] = header, ["Set"] = value };
}
