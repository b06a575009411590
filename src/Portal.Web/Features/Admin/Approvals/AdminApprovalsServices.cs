using Portal.Web.Data;
using Portal.Web.Features.Admin.Approvals.Mails;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Approvals;

public static class AdminApprovalsServices
{
    public static IServiceCollection AddAdminApprovals(this IServiceCollection services) => services
        .AddScoped<ApprovalList>()
        .AddScoped<ApprovalColumns>()
        .AddScoped<IStaffSection, ApprovalSection>()
        .AddScoped<ITransactionHook, ApprovalMails>();
}
