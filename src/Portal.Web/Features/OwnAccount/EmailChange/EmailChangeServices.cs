namespace Portal.Web.Features.OwnAccount.EmailChange;

public static class EmailChangeServices
{
    public static IServiceCollection AddEmailChange(this IServiceCollection services) => services
        .AddScoped<EmailInput>();
}
