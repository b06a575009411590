using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

public sealed class PostalTableTests
{
    private const string Text = "# made by hand\n=13101\t千代田区\n=23235\t弥富市\n=24303\t桑名郡木曽岬町\n=1110\t札幌市清田区\n"
        + "0040000\t1110\t\n1000001\t13101\t千代田\n10067\t\t丸の内\n1006790\t\t丸の内別館\n4980000\t23235\t\n4980000\t24303\t\n";

    private readonly PostalTable table = PostalTable.Read(new StringReader(Text));

    [Theory]
    [InlineData("1000001", "東京都 千代田区 千代田")]
    [InlineData("0040000", "北海道 札幌市清田区 ")]
    [InlineData("1006712", "東京都 千代田区 丸の内")]
    [InlineData("4980000", "愛知県 弥富市 |三重県 桑名郡木曽岬町 ")]
    [InlineData("1006790", "東京都 千代田区 丸の内別館")]
    [InlineData("9999999", "")]
    [InlineData("100000a", "")]
    [InlineData("100000", "")]
    [InlineData("", "")]
    public void ORDER_8_ACode_SaysItsPlaces(string code, string places) =>
        string.Join('|', table.Find(code).Select(place => $"{place.Prefecture} {place.City} {place.Town}")).ShouldBe(places);

    [Fact]
    public void ORDER_8_TheTable_IsCounted() => table.Count.ShouldBe(5);

    [Fact]
    public void ORDER_8_NoTable_IsAMistakeOfTheProgram() => Should.Throw<ArgumentNullException>(() => PostalTable.Read(null!));

    [Fact]
    public void ORDER_2_Prefectures_AreInTheOrderOfTheStandard()
    {
        Prefectures.All.Count.ShouldBe(47);
        Prefectures.All.Distinct().Count().ShouldBe(47);
        Prefectures.InLatin.Distinct().Count().ShouldBe(47);
        Prefectures.All.Zip(Prefectures.InLatin).ShouldContain(("神奈川県", "Kanagawa"));
        (Prefectures.InLatin[0], Prefectures.InLatin[12], Prefectures.InLatin[26], Prefectures.InLatin[46])
            .ShouldBe(("Hokkaido", "Tokyo", "Osaka", "Okinawa"));
        Prefectures.All.ShouldAllBe(name => name.Length >= 3 && "都道府県".Contains(name[name.Length - 1]));

        // By what tells each from its neighbours, so that none has another's place.
        string.Concat(Prefectures.All.Select(name => name[0]))
            .ShouldBe("北青岩宮秋山福茨栃群埼千東神新富石福山長岐静愛三滋京大兵奈和鳥島岡広山徳香愛高福佐長熊大宮鹿沖");
        (Prefectures.Of(1), Prefectures.Of(13), Prefectures.Of(27), Prefectures.Of(47)).ShouldBe(("北海道", "東京都", "大阪府", "沖縄県"));
    }
}
