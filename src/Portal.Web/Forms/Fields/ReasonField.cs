namespace Portal.Web.Forms.Fields;

/// <summary>Why something is done to somebody; stands in the audit log, so it is asked for and has an end.</summary>
public sealed record ReasonField : Field<string>
{
    /// <summary>In code points.</summary>
    public const int Longest = 500;

    public override FieldReading<string> Read(string typed)
    {
        var reading = new NoteField(Longest).Read(typed);
        return reading.Value.Length == 0 ? reading with { Fault = new FieldFault.ReasonIsMissing() } : reading;
    }
}
