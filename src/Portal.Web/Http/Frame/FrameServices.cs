using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Portal.Web.Http.Frame;

internal static class FrameServices
{
    /// <summary>What layouts and views ask for.</summary>
    public static IServiceCollection AddFrame(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<PageContext>()
        .AddScoped<FrameParts>()
        .AddScoped<Menu>()
        // Japanese as itself: numeric character references would triple the weight of a page. Markup characters stay
        // encoded.
        .Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
}
