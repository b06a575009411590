using System.Net;

namespace Portal.Web.Tenancy;

/// <summary>Where the portal is reached, as its operator says it, never as a request claims it.</summary>
public sealed class SiteOptions
{
    public const string Section = "Portal";

    /// <summary>The address of the portal's root as browsers see it, such as https://portal.example.jp.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Demonstration mode.</summary>
    public bool Demo { get; set; }

    /// <summary>http only in demonstration mode on a loopback host: links carry tokens (ML-02, TR-11).</summary>
    internal bool HasUsableBaseUrl =>
        BaseUrl is { IsAbsoluteUri: true } url && string.IsNullOrEmpty(url.Query + url.Fragment + url.UserInfo)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Demo && IsLoopback(url)));

    private static bool IsLoopback(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));
}
