using Portal.Web.Http.Cookies;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;

namespace Portal.Web.Http.Hosting;

public static class HttpServices
{
    /// <summary>The table of contents of the pipeline that every page goes through.</summary>
    public static IServiceCollection AddPortalHttp(this IServiceCollection services) => services
        .AddHosting()
        .AddCookies()
        .AddPlaces()
        .AddLanguages()
        .AddFrame()
        .AddShares()
        .AddInput()
        .AddGates()
        .AddGuards();
}
