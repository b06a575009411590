namespace Portal.Web.Forms.Fields;

/// <summary>One of several, or none of them.</summary>
/// <param name="Offers">Whether it is one of them; the page is not trusted to send what it offered.</param>
public sealed record ChoiceField(Func<string, bool> Offers) : Field<string?>
{
    /// <returns>What was chosen, or null for none.</returns>
    public override FieldReading<string?> Read(string typed) => typed switch
    {
        "" => new(null),
        _ => new(typed, Offers(typed) ? null : new FieldFault.NotOffered()),
    };
}
