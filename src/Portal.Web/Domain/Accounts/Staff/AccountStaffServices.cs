namespace Portal.Web.Domain.Accounts.Staff;

public static class AccountStaffServices
{
    /// <summary>The staff's own accounts: taken in, given rights, switched off, removed.</summary>
    public static IServiceCollection AddAccountStaff(this IServiceCollection services) => services
        .AddScoped<StaffTurns>()
        .AddScoped<StaffRightsChange>()
        .AddScoped<StaffInvitation>()
        .AddScoped<StaffAccess>();
}
