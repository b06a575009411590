using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Roles;

public sealed class RoleForm : SteppedForm, IRightsForm
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

    public IReadOnlyList<Permission> Chosen => IRightsForm.Read(Permissions);
}
