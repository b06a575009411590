namespace Portal.Web.Data.Starting;

/// <summary>
/// How server and commands begin: with the same settings, and with the files of this release wherever they are called
/// from.
/// </summary>
internal static class PortalBuilder
{
    public static WebApplicationBuilder Create(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = RootOf(AppContext.BaseDirectory, settings),
        });
        PortalDefaults.Add(builder);
        return builder;
    }

    /// <summary>
    /// A published program has its pages' files beside it: style sheets found by the working directory would be empty
    /// everywhere else. A build in a checkout knows where its files are.
    /// </summary>
    /// <returns>Null leaves the choice to the settings, or else to the working directory.</returns>
    internal static string? RootOf(string program, string[] settings) =>
        Directory.Exists(Path.Combine(program, "wwwroot")) && !settings.Any(NamesRoot) ? program : null;

    private static bool NamesRoot(string setting) =>
        setting.StartsWith("--" + WebHostDefaults.ContentRootKey, StringComparison.OrdinalIgnoreCase);
}
