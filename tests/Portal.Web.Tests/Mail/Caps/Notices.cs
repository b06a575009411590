using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Tests.Mail.Caps;

/// <summary>Lets things happen to an account that its owner is told of.</summary>
internal static class Notices
{
    public static async Task RecordAsync(IServiceProvider services, Guid userId, params string[] kinds)
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == userId);
        foreach (var kind in kinds)
        {
            services.GetRequiredService<AuditLog>().Record(kind, AuditSubject.Of(user));
        }
    }
}
