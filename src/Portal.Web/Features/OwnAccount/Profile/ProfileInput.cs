using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>The fields of one's own profile.</summary>
public sealed class ProfileInput(FormWords words, IStringLocalizer<ProfileText> text)
{
    public const int LongestBiography = 400;

    private static readonly LineField Name = new(LineField.LongestName);
    private static readonly KanaField Kana = new();
    private static readonly LineField Title = new(LineField.LongestPlace);
    private static readonly NoteField Biography = new(LongestBiography);

    public FormReader Reader() => words.Reader(field => text[field]);

    /// <param name="current">What is stored.</param>
    public static ProfileDetails Read(ProfileForm form, ProfileDetails current, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reader);
        return new ProfileDetails(
            reader.Read(Name, nameof(form.FamilyName), form.FamilyName),
            reader.Read(Name, nameof(form.GivenName), form.GivenName),
            reader.Read(Kana, nameof(form.FamilyNameKana), form.FamilyNameKana),
            reader.Read(Kana, nameof(form.GivenNameKana), form.GivenNameKana),
            reader.Read(Name, nameof(form.PreferredName), form.PreferredName),
            reader.Read(Title, nameof(form.Title), form.Title),
            reader.Read(Biography, nameof(form.Biography), form.Biography),
            reader.Read(new PhoneField(current.Phone), nameof(form.Phone), form.Phone),
            reader.Read(new PhoneField(current.MobilePhone), nameof(form.MobilePhone), form.MobilePhone));
    }

    /// <summary>One's own version beside the newer one.</summary>
    public IReadOnlyList<ComparedField> Compare(ProfileDetails own, ProfileDetails newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return [.. own.Fields.Zip(newer.Fields, (mine, other) => new ComparedField(mine.Name, text[mine.Name], mine.Value, other.Value))];
    }
}
