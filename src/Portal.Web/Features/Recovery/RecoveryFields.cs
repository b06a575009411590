using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Text;

namespace Portal.Web.Features.Recovery;

/// <summary>
/// What the ways back ask for, checked by what was typed alone: nothing is told of any account (EN-03).
/// </summary>
internal static class RecoveryFields
{
    public static void Require(this ModelStateDictionary state, string field, string? value, string missing)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrWhiteSpace(value) && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            state.AddModelError(field, missing);
        }
    }

    /// <summary>What is no address can be nobody's: it costs no try (TEXT-2).</summary>
    public static void RequireAddress(this ModelStateDictionary state, string field, string? value, string missing, string unfit)
    {
        state.Require(field, value, missing);
        if (state.GetFieldValidationState(field) != ModelValidationState.Invalid && !EmailAddress.IsAcceptable(EmailAddress.Stored(value!)))
        {
            state.AddModelError(field, unfit);
        }
    }
}
