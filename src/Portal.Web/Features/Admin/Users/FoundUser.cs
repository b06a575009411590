using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

public sealed record FoundUser(PortalTenant Tenant, PortalUser User, IReadOnlyList<UserState> States)
{
    public string Path => StaffPaths.User(Tenant.Slug, User.Id);
}
