using Portal.Web.Domain.Approvals;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Admin.Users.Acts;
using Portal.Web.Features.Admin.Users.Adding;
using Portal.Web.Features.Admin.Users.Edits;

namespace Portal.Web.Features.Admin.Users;

public static class AdminUsersServices
{
    public static IServiceCollection AddAdminUsers(this IServiceCollection services) => services
        .AddScoped<UserDirectory>()
        .AddScoped<UserColumns>()
        .AddScoped<UserRecords>()
        .AddScoped<Hindrances>()
        .AddScoped<IStaffFinder, PeopleFinder>()
        .AddScoped<UserSwitch>()
        .AddScoped<UserPasswords>()
        .AddScoped<IssuedPages>()
        .AddScoped<UserLinks>()
        .AddScoped<UserDetailsInput>()
        .AddScoped<NewUserInput>()
        .AddScoped<StaffFactorReset>()
        .AddScoped<UserDetailsSaving>()
        .AddScoped<IApprovableAct, ManagerFactorApproval>()
        .AddScoped<IApprovableAct, ManagerEmailApproval>();
}
