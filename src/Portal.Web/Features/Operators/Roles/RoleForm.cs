using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Roles;

public sealed class RoleForm : SteppedForm
{
    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public string[] Permissions { get; set; } = [];

    [InDraft]
    public bool RequireFactor { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }

    /// <summary>Those that the one who grants has itself.</summary>
    [BindNever]
    public IReadOnlyList<Permission> Grantable { get; set; } = [];

    [BindNever]
    public bool MayRequireFactor { get; set; }

    /// <summary>With what comes with it; whatever else was sent is none.</summary>
    public IReadOnlyList<Permission> Chosen => Portal.Rules.Delegation.Permissions.Complete(
        [.. Portal.Rules.Delegation.Permissions.All.Where(permission => Permissions.Contains(permission.ToString()))]);
}
