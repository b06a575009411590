using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Users.Adding;

/// <summary>A user of a contract to be, in a form of the staff.</summary>
public sealed class NewUserForm : DetailsForm
{
    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public string? Email { get; set; }

    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public bool RequireFactor { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public ContractTarget Target { get; set; } = null!;

    [BindNever, ValidateNever]
    public OperatorsProfile Profile { get; set; } = null!;

    [BindNever, ValidateNever]
    public UserRoom Room { get; set; } = null!;

    /// <summary>Sets its first password from a mail; otherwise it is given a temporary one.</summary>
    [BindNever]
    public bool Invites { get; set; }

    /// <summary>The policy leaves it open whether this user needs a second factor.</summary>
    [BindNever]
    public bool MayRequireFactor { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ComparedField> Understood { get; set; } = [];
}

/// <summary>What the form was understood to say.</summary>
public sealed record EnteredUser(NewAccount Account, string Reason);
