using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text.English;
using Portal.Web.Files.Pictures;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Forms;

/// <summary>Faults of fields in words, the same on every page.</summary>
public sealed class FormWords(IStringLocalizer<FormText> text)
{
    /// <param name="label">The name of a field in the form to what people read beside it.</param>
    public FormReader Reader(Func<string, string> label) => new(this, label);

    /// <param name="label">What people read beside the field.</param>
    public string Of(FieldFault fault, string label) => fault switch
    {
        FieldFault.Missing => Asked("Enter", label),
        FieldFault.NotOffered => Asked("Select", label),
        _ => Told(fault, IsEnglish ? EnglishLabel.AtStart(label) : label),
    };

    private string Told(FieldFault fault, string label) => fault switch
    {
        FieldFault.WrongCharacters => text["WrongCharacters", label],
        FieldFault.WrongForm => text["WrongForm", label],
        FieldFault.TooLong { Longest: var longest, Length: var length } => text["TooLong", label, longest, length],
        FieldFault.NotKana => text["KanaUnfit"],
        FieldFault.NotAPhone => text["PhoneUnfit", label],
        FieldFault.NoSuchPhone => text["PhoneUnknown", label],
        FieldFault.ZeroIsMissing => text["PhoneWithoutZero", label],
        FieldFault.NotAnEmail => text["EmailUnfit"],
        FieldFault.NotADate => text["DateUnfit", label],
        FieldFault.NotAMoment => text["MomentUnfit", label],
        FieldFault.DateIsPast => text["DatePast", label],
        FieldFault.DateOutOfBounds { First: var first, Last: var last } => text["DateOutOfBounds", label, Day(first), Day(last)],
        FieldFault.NotAWholeNumber { Least: var least, Most: var most } => text["WholeNumberUnfit", label, least, most],
        FieldFault.NotAPostalCode => text["PostalCodeUnfit", label],
        FieldFault.ReasonIsMissing => text["EnterReason"],
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <param name="file">What the file is called.</param>
    public string Of(PictureProblem problem, string file) => problem switch
    {
        PictureProblem.Missing => text["PictureMissing"],
        PictureProblem.Empty => text["PictureEmpty"],
        PictureProblem.TooLarge => text["PictureTooLarge", file, Picture.LargestFile / 1024 / 1024],
        PictureProblem.NotAPicture => text["PictureUnfit", file],
        PictureProblem.TooManyPixels => text["PictureTooWide", file, Picture.LongestSide],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    public string OfReason(FieldFault fault) => Of(fault, text["Reason"]);

    private static string Day(DateOnly day) => MomentText.Of(day, TimeStyle.Date, CultureInfo.CurrentUICulture);

    /// <summary>A word as it stands inside a sentence; an abbreviation keeps its capitals.</summary>
    public static string InSentence(string word) => EnglishLabel.InSentence(word);

    /// <summary>In English with its article; what is no noun stands as it is on the page, in quotation marks.</summary>
    private string Asked(string key, string label)
    {
        if (!IsEnglish)
        {
            return text[key, InSentence(label)];
        }

        return EnglishLabel.Asked(label) is { } asked ? text[key, asked] : text[key + "Quoted", label];
    }
}
