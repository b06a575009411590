using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>One mail of a tenant within reach.</summary>
/// <param name="Message">Not tracked.</param>
public sealed record MailTarget(PortalTenant Tenant, OutboxMessage Message)
{
    public string Path => StaffPaths.Mail(Tenant.Slug, Message.Id);
}

/// <summary>The mail that the address names; the action gets it as <see cref="MailTarget"/>.</summary>
public sealed class MailGuardAttribute : GuardAttribute<MailGuard>;

public sealed class MailGuard(StaffReach reach, OutboxList list) : StaffGuard(reach)
{
    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context) =>
        await list.FindAsync(tenant, Id(context)) is { } message ? new MailTarget(tenant, message) : null;
}
