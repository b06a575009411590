using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>An e-mail address as it is stored: one plain address, its domain in ASCII (IV-10, TEXT-1).</summary>
public sealed record EmailField(bool Required = false) : Field<string?>
{
    /// <returns>The address, or null for none.</returns>
    public override FieldReading<string?> Read(string typed)
    {
        var email = EmailAddress.Stored(typed);
        return email.Length == 0
            ? new(null, Required ? new FieldFault.Missing() : null)
            : new(email, EmailAddress.IsAcceptable(email) ? null : new FieldFault.NotAnEmail());
    }
}
