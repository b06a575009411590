using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Portal.Web.Tenancy;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>Stops a start that could only lead to events told in clear or to nobody, and names the setting.</summary>
internal sealed partial class WebhookOptionsCheck(IOptions<SiteOptions> site) : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> problems =
        [
            .. Limits(options),
            .. options.Endpoints.SelectMany(pair => Problems($"Portal:Webhooks:Endpoints:{pair.Key}", pair.Value)),
            .. Twins(options),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Limits(WebhookOptions options)
    {
        if (options.TimeoutSeconds is < 1 or > 25)
        {
            yield return "Portal:Webhooks:TimeoutSeconds must be 1 to 25.";
        }

        foreach (var network in options.AllowedNetworks.Where(text => !IPNetwork.TryParse(text, out _)))
        {
            yield return $"Portal:Webhooks:AllowedNetworks: \"{network}\" is no network such as 10.20.0.0/16.";
        }
    }

    private IEnumerable<string> Problems(string path, WebhookEndpoint endpoint)
    {
        if (endpoint.Tenant.Length == 0)
        {
            yield return $"{path}:Tenant must be the short name of a tenant.";
        }

        if (endpoint.Area is { } area && !AreaForm().IsMatch(area))
        {
            yield return $"{path}:Area must be lower-case letters and hyphens, or left out.";
        }

        if (!IsUsable(endpoint.Url))
        {
            yield return $"{path}:Url must be an https address; http only with Portal:Demo on a loopback host.";
        }

        if (WebhookSecret.TryRead(endpoint.Secret) is null)
        {
            yield return $"{path}:Secret must be whsec_ and 24 to 64 bytes as Base64.";
        }

        if (endpoint.FormerSecret is { Length: > 0 } former && WebhookSecret.TryRead(former) is null)
        {
            yield return $"{path}:FormerSecret must be whsec_ and 24 to 64 bytes as Base64, or left out.";
        }
    }

    // Which of two would be told is nobody's guess.
    private static IEnumerable<string> Twins(WebhookOptions options) => options.Endpoints.Values
        .GroupBy(endpoint => (endpoint.Tenant, endpoint.Area)).Where(group => group.Count() > 1)
        .Select(group => $"Portal:Webhooks:Endpoints: \"{group.Key.Tenant}\" has two endpoints of the same area.");

    private bool IsUsable(Uri? url) =>
        url is { IsAbsoluteUri: true } && string.IsNullOrEmpty(url.UserInfo + url.Fragment)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && site.Value.Demo && url.IsLoopback));

    [GeneratedRegex(@"^[a-z-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex AreaForm();
}
