using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Tests.Forms;

/// <summary>What was typed, what is stored, and what is wrong with it.</summary>
public sealed class FieldTests
{
    private const string Cross = "\u202E";
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Theory]
    [InlineData("山田", "山田", null)]
    [InlineData("  髙橋㈱\u3000", "髙橋㈱", null)]
    [InlineData("か\u3099", "が", null)]
    [InlineData("O'Brien ゝ 葛\U000E0100 👨\u200D👩\u200D👧", "O'Brien ゝ 葛\U000E0100 👨\u200D👩\u200D👧", null)]
    [InlineData("", "", null)]
    [InlineData(" \t\r\n", "", null)]
    [InlineData("a\nb", "a\nb", typeof(FieldFault.WrongCharacters))]
    [InlineData("a" + Cross + "b", "a" + Cross + "b", typeof(FieldFault.WrongCharacters))]
    [InlineData("\u200B", "\u200B", typeof(FieldFault.WrongCharacters))]
    public void TEXT_5_ALine(string typed, string stored, Type? fault) => Check(new LineField(40), typed, stored, fault);

    [Theory]
    [InlineData("a", null)]
    [InlineData(" ", typeof(FieldFault.Missing))]
    [InlineData("\u200B", typeof(FieldFault.WrongCharacters))]
    public void ALineThatIsNeeded(string typed, Type? fault) =>
        Check(new LineField(40, Required: true), typed, typed.Trim(), fault);

    [Theory]
    [InlineData("😀😀😀", null)]
    [InlineData(" abc ", null)]
    [InlineData("か\u3099か\u3099か\u3099", null)]
    [InlineData("😀😀😀a", 4)]
    public void TEXT_3_ALengthIsCountedAsItIsStored_NothingIsCut(string typed, int? length) =>
        new LineField(3).Read(typed).Fault.ShouldBe(length is { } counted ? new FieldFault.TooLong(3, counted) : null);

    [Theory]
    [InlineData("一行目\r\n二行目", "一行目\n二行目", null)]
    [InlineData("\r\n a\tb \r\n", "a\tb", null)]
    [InlineData("a\u2028b", "a\nb", null)]
    [InlineData("a\0b", "a\0b", typeof(FieldFault.WrongCharacters))]
    [InlineData("a" + Cross, "a" + Cross, typeof(FieldFault.WrongCharacters))]
    [InlineData("12345\r\n7890", "12345\n7890", null)]
    [InlineData("12345\r\n78901", "12345\n78901", typeof(FieldFault.TooLong))]
    public void TEXT_3_ANote(string typed, string stored, Type? fault) => Check(new NoteField(10), typed, stored, fault);

    [Theory]
    [InlineData("やまだ", "ヤマダ", null)]
    [InlineData("ﾊﾅｺﾞ", "ハナゴ", null)]
    [InlineData("ヤマダ　たろう", "ヤマダ　タロウ", null)]
    [InlineData("", "", null)]
    [InlineData("山田", "山田", typeof(FieldFault.NotKana))]
    [InlineData("ヤマダ" + Cross, "ヤマダ" + Cross, typeof(FieldFault.WrongCharacters))]
    public void AReading(string typed, string stored, Type? fault) => Check(new KanaField(), typed, stored, fault);

    [Theory]
    [InlineData("０３（１２３４）５６７８", "03-1234-5678", null)]
    [InlineData("+81 90-1234-5678", "090-1234-5678", null)]
    [InlineData("", "", null)]
    [InlineData("9012345678", "9012345678", typeof(FieldFault.ZeroIsMissing))]
    [InlineData("12345", "12345", typeof(FieldFault.NotAPhone))]
    [InlineData("090-1234-567x", "090-1234-567x", typeof(FieldFault.NotAPhone))]
    [InlineData("03-0000-1001", "03-0000-1001", typeof(FieldFault.NoSuchPhone))]
    public void TEXT_4_ATelephoneNumber(string typed, string stored, Type? fault) => Check(new PhoneField(), typed, stored, fault);

    [Theory]
    [InlineData("03-0000-1001", "03-0000-1001", null)]
    [InlineData("０３００００１００１", "03-0000-1001", null)]
    [InlineData("03-0000-1002", "03-0000-1002", typeof(FieldFault.NoSuchPhone))]
    [InlineData("03-1234-5678", "03-1234-5678", null)]
    [InlineData("", "", null)]
    public void TEXT_4_WhatIsStoredAlready_MayStay(string typed, string stored, Type? fault) =>
        Check(new PhoneField("03-0000-1001"), typed, stored, fault);

    [Theory]
    [InlineData(" Hanako@例え。ＪＰ ", "Hanako@xn--r8jz45g.jp", null)]
    [InlineData("a..b@example.jp", "a..b@example.jp", null)]
    [InlineData(" ", null, null)]
    [InlineData("a@b", "a@b", typeof(FieldFault.NotAnEmail))]
    [InlineData("a@example.jp,b@example.jp", "a@example.jp,b@example.jp", typeof(FieldFault.NotAnEmail))]
    [InlineData("A <a@example.jp>", "A <a@example.jp>", typeof(FieldFault.NotAnEmail))]
    public void IV_10_TEXT_1_AnAddress(string typed, string? stored, Type? fault) => Check(new EmailField(), typed, stored, fault);

    [Theory]
    [InlineData("", typeof(FieldFault.Missing))]
    [InlineData("\u200B ", typeof(FieldFault.Missing))]
    public void AnAddressThatIsNeeded(string typed, Type fault) => Check(new EmailField(Required: true), typed, null, fault);

    [Theory]
    [InlineData("2026-07-01", "2026-07-01", null)]
    [InlineData("２０２６年１２月３日", "2026-12-03", null)]
    [InlineData(" ", null, null)]
    [InlineData("2026-06-30", "2026-06-30", typeof(FieldFault.DateIsPast))]
    [InlineData("2026-06-15", "2026-06-15", null)]
    [InlineData("2026-02-30", null, typeof(FieldFault.NotADate))]
    [InlineData("tomorrow", null, typeof(FieldFault.NotADate))]
    public void ADay_FromTodayOn_OrTheOneThatIsStored(string typed, string? stored, Type? fault) =>
        Check(new DateField(Today, Kept: new DateOnly(2026, 6, 15)), typed,
            stored is null ? null : DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture), fault);

    [Theory]
    [InlineData("1900-01-01", null)]
    [InlineData("2036-07-01", null)]
    [InlineData("0001-01-01", typeof(FieldFault.DateOutOfBounds))]
    [InlineData("2036-07-02", typeof(FieldFault.DateOutOfBounds))]
    [InlineData("9999-12-31", typeof(FieldFault.DateOutOfBounds))]
    [InlineData("1850-01-01", null)]
    public void ADMIN_4_ADay_ThatSomebodyCanMean_OrTheOneThatIsStored(string typed, Type? fault) =>
        Check(new DateField(Kept: new DateOnly(1850, 1, 1)) { Within = DayBounds.Around(Today) }, typed,
            DateOnly.ParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture), fault);

    [Theory]
    [InlineData("ja", "ja", null)]
    [InlineData("", null, null)]
    [InlineData("fr", "fr", typeof(FieldFault.NotOffered))]
    [InlineData(" ", " ", typeof(FieldFault.NotOffered))]
    public void AZ_03_AChoice(string typed, string? stored, Type? fault) =>
        Check(new ChoiceField(new[] { "ja", "en" }.Contains), typed, stored, fault);

    [Theory]
    [InlineData("電話で本人を確認\r\n済み ", "電話で本人を確認\n済み", null)]
    [InlineData(" \r\n", "", typeof(FieldFault.ReasonIsMissing))]
    [InlineData("a\u0001", "a\u0001", typeof(FieldFault.WrongCharacters))]
    public void AReason(string typed, string stored, Type? fault) => Check(new ReasonField(), typed, stored, fault);

    [Fact]
    public void AReason_HasAnEnd()
    {
        new ReasonField().Read(new string('a', 499) + "😀").Fault.ShouldBeNull();
        new ReasonField().Read(new string('a', 500) + "😀").Fault.ShouldBe(new FieldFault.TooLong(500, 501));
    }

    [Theory]
    [InlineData("〒５３０－０００１", "5300001", false, null)]
    [InlineData("", "", false, null)]
    [InlineData("", "", true, typeof(FieldFault.Missing))]
    [InlineData(" 530-00 ", "530-00", false, typeof(FieldFault.NotAPostalCode))]
    public void ORDER_2_APostalCode(string typed, string stored, bool required, Type? fault) =>
        Check(new PostalCodeField(required), typed, stored, fault);

    private static void Check<T>(Field<T> field, string typed, T stored, Type? fault)
    {
        var reading = field.Read(typed);
        reading.Value.ShouldBe(stored);
        reading.Fault?.GetType().ShouldBe(fault);
        (reading.Fault is null).ShouldBe(fault is null);
    }
}
