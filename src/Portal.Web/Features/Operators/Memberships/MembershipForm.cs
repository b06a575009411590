using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Operators.Roles;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>Who works for this contract beside its own, and what it is here.</summary>
public sealed class MembershipForm : SteppedForm, IRightsForm
{
    /// <summary>Of somebody new.</summary>
    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public string[] Permissions { get; set; } = [];

    /// <summary>With its user and that one's home contract; null for somebody new.</summary>
    [BindNever]
    public Membership? Of { get; set; }

    /// <summary>Number and holder of the contract that it is about.</summary>
    [BindNever]
    public string? Contract { get; set; }

    [BindNever]
    public IReadOnlyList<Permission> Grantable { get; set; } = [];

    public IReadOnlyList<Permission> Chosen => IRightsForm.Read(Permissions);

    public AccountRole Role => Administrator ? AccountRole.Manager : AccountRole.Member;
}
