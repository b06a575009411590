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

    /// <summary>Where a pair signs in: the login IDs that the contract's people share.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> Shared { get; set; } = [];

    /// <summary>How many more IDs the contract may have; managers are not among them.</summary>
    [BindNever]
    public int Room { get; set; }

    /// <summary>Some of the tenant's users look after the others.</summary>
    [BindNever]
    public bool HasManagers { get; set; }

    /// <summary>The policy leaves it open whether this user needs a second factor.</summary>
    [BindNever]
    public bool MayRequireFactor { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ComparedField> Understood { get; set; } = [];
}

/// <summary>What the form was understood to say.</summary>
public sealed record EnteredUser(NewAccount Account, string Reason);
