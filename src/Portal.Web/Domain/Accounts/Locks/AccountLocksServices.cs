namespace Portal.Web.Domain.Accounts.Locks;

public static class AccountLocksServices
{
    /// <summary>The one order in which rows are locked.</summary>
    public static IServiceCollection AddAccountLocks(this IServiceCollection services) => services
        .AddScoped<LockOrder>()
        .AddScoped<AccountLocks>();
}
