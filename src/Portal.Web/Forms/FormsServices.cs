namespace Portal.Web.Forms;

public static class FormsServices
{
    public static IServiceCollection AddPortalForms(this IServiceCollection services) => services
        .AddScoped<FormWords>()
        .AddScoped<PictureInput>()
        .AddScoped<SealedText>();
}
