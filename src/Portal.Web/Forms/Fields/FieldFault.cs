using Portal.Rules.Identifiers;
using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>What is wrong with a field.</summary>
public abstract record FieldFault
{
    private FieldFault()
    {
    }

    /// <summary>What a rule about IDs found, as forms say it.</summary>
    /// <param name="longest">In code points.</param>
    public static FieldFault? Of(IdReading reading, int longest)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Fault switch
        {
            null => null,
            IdFault.Missing => new Missing(),
            IdFault.TooLong => new TooLong(longest, CodePoints.Count(reading.Text)),
            _ => new WrongForm(),
        };
    }

    /// <summary>Nothing was typed where something is needed.</summary>
    public sealed record Missing : FieldFault;

    /// <summary>Something else than one of the choices came.</summary>
    public sealed record NotOffered : FieldFault;

    /// <summary>A character that no field takes, as <see cref="TextCheck"/> says.</summary>
    public sealed record WrongCharacters : FieldFault;

    /// <summary>A character or a form that this field does not take.</summary>
    public sealed record WrongForm : FieldFault;

    /// <param name="Longest">What is allowed, in code points.</param>
    /// <param name="Length">What was typed.</param>
    public sealed record TooLong(int Longest, int Length) : FieldFault;

    public sealed record NotKana : FieldFault;

    public sealed record NotAPhone : FieldFault;

    /// <summary>As many digits as a national number has, and nobody has such a one (TEXT-4).</summary>
    public sealed record NoSuchPhone : FieldFault;

    /// <summary>A national number without its first digit: a spreadsheet took it away (TEXT-4).</summary>
    public sealed record ZeroIsMissing : FieldFault;

    public sealed record NotAnEmail : FieldFault;

    public sealed record NotADate : FieldFault;

    public sealed record NotAMoment : FieldFault;

    public sealed record DateIsPast : FieldFault;

    /// <summary>Nobody means a day so long ago or so far ahead.</summary>
    public sealed record DateOutOfBounds(DateOnly First, DateOnly Last) : FieldFault;

    public sealed record NotAWholeNumber(int Least, int Most) : FieldFault;

    public sealed record NotAPostalCode : FieldFault;

    public sealed record ReasonIsMissing : FieldFault;
}
