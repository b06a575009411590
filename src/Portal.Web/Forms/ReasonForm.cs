using System.ComponentModel.DataAnnotations;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Forms;

/// <summary>
/// Why somebody does something to somebody's account; goes to the audit log. It needs nothing but itself to be checked,
/// so it is when it is bound, at whatever name the page gave it.
/// </summary>
public class ReasonForm : IValidatableObject
{
    [InDraft]
    public string? Reason { get; set; }

    /// <summary>As it is stored.</summary>
    public string StoredReason => new ReasonField().Read(Reason ?? "").Value;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        if (new ReasonField().Read(Reason ?? "").Fault is { } fault)
        {
            var words = validationContext.GetRequiredService<FormWords>();
            yield return new ValidationResult(words.OfReason(fault), [nameof(Reason)]);
        }
    }
}
