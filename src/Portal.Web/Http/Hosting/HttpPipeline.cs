using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Input;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;

namespace Portal.Web.Http.Hosting;

public static class HttpPipeline
{
    /// <summary>
    /// The order is the design: what protects everything comes first, what knows the user comes last.
    /// </summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<IOptions<NodeOptions>>().Value;
        if (options.KnownProxies.Count > 0)
        {
            // With an empty list the framework would believe everybody (CG-15, WB-09).
            app.UseForwardedHeaders(Trusted(options));
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestActor>();
        app.UseRequestLog();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<HttpsRedirect>();
        app.UseMiddleware<MethodCheck>();
        app.UseMiddleware<PagePatience>();
        app.UseMiddleware<TenantResolution>();
        app.UseRouting();
        app.UseMiddleware<UnknownPath>();
        app.UseMiddleware<CrossSiteCheck>();
        app.UseMiddleware<BodySizeCheck>();
        app.UseMiddleware<FormMending>();
        app.UseMiddleware<StreamedForms>();
        app.UseMiddleware<StrangersApart>();
        app.UseMiddleware<RepeatedForms>();
        app.UseMiddleware<RequestsInFlight>();
        app.UseAuthentication();
        app.Use(LanguageChoice.InvokeAsync);
        app.UseMiddleware<ActingGate>();
        app.UseAuthorization();
        app.UseMiddleware<ForcedChangeGate>();
        app.UseMiddleware<EnrolmentGate>();
        app.UseMiddleware<ConsentGate>();
        app.UseMiddleware<FreshProofGate>();
        app.MapPortalHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        return app;
    }

    private static ForwardedHeadersOptions Trusted(NodeOptions node)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in node.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        return options;
    }
}
