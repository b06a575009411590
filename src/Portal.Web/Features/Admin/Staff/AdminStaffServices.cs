using Portal.Web.Domain.Approvals;
using Portal.Web.Features.Admin.Staff.Acts;

namespace Portal.Web.Features.Admin.Staff;

public static class AdminStaffServices
{
    public static IServiceCollection AddAdminStaff(this IServiceCollection services) => services
        .AddScoped<StaffPersonList>()
        .AddScoped<StaffPersonColumns>()
        .AddScoped<StaffPersonRecords>()
        .AddScoped<StaffDuties>()
        .AddScoped<StaffRightsInput>()
        .AddScoped<StaffGrants>()
        .AddScoped<IApprovableAct, GrantApproval>();
}
