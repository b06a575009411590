using System.Net;

namespace Portal.Web.Tenancy;

/// <summary>
/// Where the portal is reached, as its operator says it, never as a request claims it; and whether it is one to play
/// with.
/// </summary>
public sealed class SiteOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// The address of the portal's root as browsers see it, such as https://portal.example.jp: links in mails and the
    /// accepted host name come from here.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// Demonstration mode: sample tenants, mailbox, phone simulator and component gallery are reachable. By default on
    /// in Development alone.
    /// </summary>
    public bool Demo { get; set; }

    /// <summary>Allows demonstration mode under a public https address.</summary>
    public bool DemoOnPublicHost { get; set; }

    /// <summary>http only in demonstration mode on a loopback host: links carry tokens (ML-02, TR-11).</summary>
    internal bool HasUsableBaseUrl =>
        BaseUrl is { IsAbsoluteUri: true, AbsolutePath: "/" } url && string.IsNullOrEmpty(url.Query + url.Fragment + url.UserInfo)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Demo && IsLoopback(url)));

    /// <summary>Where it is not, anybody could sign in with the accounts that the sign-in page lists.</summary>
    internal bool IsDemoWanted =>
        !Demo || DemoOnPublicHost || BaseUrl is not { IsAbsoluteUri: true, Scheme: "https" } url || IsLoopback(url);

    private static bool IsLoopback(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));
}
