using Microsoft.Extensions.Configuration.Memory;

namespace Portal.Web.Data.Starting;

/// <summary>
/// What Development assumes where nothing is set, so that `dotnet
/// run` alone gives a portal. Every other source comes before it.
/// </summary>
internal static class PortalDefaults
{
    public static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var address = (builder.Configuration["urls"] ?? "http://localhost:5000").Split(';')[0];
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?> { ["Portal:Demo"] = "true", ["Portal:BaseUrl"] = address },
        });
    }
}
