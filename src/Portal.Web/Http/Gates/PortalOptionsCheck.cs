using System.Net;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Gates;

/// <summary>Refuses a start with settings that cannot work, naming the setting (FP-08).</summary>
internal sealed class PortalOptionsCheck(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(PortalOptions options)
    {
        if (options.BaseUrl is { Length: > 0 } given
            && options.BaseAddress is not { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "" })
        {
            yield return $"Portal:BaseUrl: \"{given}\" is not an http or https address without a path.";
        }

        if (options.BaseAddress is null && !environment.IsDevelopment() && !environment.IsEnvironment("Testing"))
        {
            yield return "Portal:BaseUrl: missing; links in mails and the accepted host name come from it.";
        }

        if (options is { Demo: true, DemoOnPublicHost: false, BaseAddress: { Scheme: "https" } address } && !address.IsLoopback)
        {
            yield return "Portal:Demo: on under a public https address, where anybody could sign in with the listed accounts; set "
                + "Portal:DemoOnPublicHost to allow it.";
        }

        foreach (var proxy in options.KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
        {
            yield return $"Portal:KnownProxies: \"{proxy}\" is neither an address nor a network.";
        }

        if (options.ShutdownNoticeSeconds is < 0 or > 60)
        {
            yield return "Portal:ShutdownNoticeSeconds: 0 to 60.";
        }
    }
}
