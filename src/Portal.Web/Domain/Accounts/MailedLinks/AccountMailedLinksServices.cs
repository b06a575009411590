using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.MailedLinks;

public static class AccountMailedLinksServices
{
    /// <summary>Links that stand for an account, and what makes them worthless.</summary>
    public static IServiceCollection AddAccountMailedLinks(this IServiceCollection services) => services
        .AddScoped<SecurityLinks>()
        .AddScoped<ITransactionHook, LinkEndings>();
}
