using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Web.Forms;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Input;

internal static class InputServices
{
    /// <summary>The longest form of ours has two hundred persons to choose (CASE-6).</summary>
    internal const int MostFields = 256;

    // As it is sent: a Japanese character is nine signs, and the longest text of ours has ten thousand.
    private const int LongestValue = 128 * 1024;
    private const int LongestKey = 200;

    /// <summary>What becomes of what was typed before an action sees it.</summary>
    public static IServiceCollection AddInput(this IServiceCollection services) => services
        .Configure<FormOptions>(options =>
        {
            (options.ValueCountLimit, options.ValueLengthLimit, options.KeyLengthLimit) = (MostFields, LongestValue, LongestKey);
            options.MultipartBodyLengthLimit = HttpServer.LargestBody;
        })
        .AddSingleton<IConfigureOptions<MvcOptions>, BindingTexts>()
        .AddSingleton<FieldShapes>()
        .AddSingleton<FormOnce>()
        .AddSingleton<SameForms>()
        .AddScoped<FormKey>()
        .AddScoped<DraftKeeper>()
        .AddScoped<IFormHolder, SessionForms>()
        .AddScoped<Preparation>();
}
