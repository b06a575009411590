using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>A typed address, and what is wrong with it in words.</summary>
public sealed class EmailInput(FormWords words, CurrentTenant tenant, IStringLocalizer<EmailChangesText> text)
{
    private const string Field = "Email";
    private static readonly EmailField Address = new(Required: true);

    /// <summary>
    /// The address as it will be stored; null, and the error said, where none was typed that mail may be sent to.
    /// </summary>
    public string? Read(string? typed, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var reader = words.Reader(_ => text["Address"]);
        var email = reader.Read(Address, Field, typed);
        state.Report(reader.Problems);
        return state.GetFieldValidationState(Field) == ModelValidationState.Invalid ? null : email;
    }

    public void Report(EmailChangeOutcome outcome, PortalUser user, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        state.AddModelError(Field, text[Problem(outcome, user)]);
    }

    // Whose address it is may be said inside one login ID only (EN-13, EN-06).
    private string Problem(EmailChangeOutcome outcome, PortalUser user) => outcome switch
    {
        EmailChangeOutcome.Same => "Same",
        EmailChangeOutcome.Taken => tenant.Value.Door(user.Door).Second is null ? "Unusable" : "Taken",
        EmailChangeOutcome.TooManyTaken => "TooManyTaken",
        _ => "TooMany",
    };
}
