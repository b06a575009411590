using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.TestKit.Web;

/// <summary>
/// Applications that wait for their next test: starting one costs many times what a test does with it. They end
/// with the process.
/// </summary>
internal static class UsedApps
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<PortalApp>> Shelves = new(StringComparer.Ordinal);

    /// <returns>Where applications with these settings wait; null for settings that few tests share.</returns>
    public static string? ShelfOf(IReadOnlyDictionary<string, string?> settings) =>
        settings.Count == 0 ? "usual" : settings.Count == 1 && settings.TryGetValue("Portal:Demo", out var demo)
            && demo == "true" ? "demonstration" : null;

    public static PortalApp? Take(string shelf) => Shelves.TryGetValue(shelf, out var apps) && apps.TryTake(out var app) ? app : null;

    /// <returns>False when it has been stopped and must end.</returns>
    public static async Task<bool> PutAsync(string shelf, PortalApp app)
    {
        if (app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }

        await app.RenewAsync();
        Shelves.GetOrAdd(shelf, _ => []).Add(app);
        return true;
    }
}
