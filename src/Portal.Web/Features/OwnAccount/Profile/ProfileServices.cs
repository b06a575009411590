namespace Portal.Web.Features.OwnAccount.Profile;

public static class ProfileServices
{
    public static IServiceCollection AddProfile(this IServiceCollection services) => services
        .AddScoped<ProfileInput>();
}
