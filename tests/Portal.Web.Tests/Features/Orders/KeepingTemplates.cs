using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Orders;

public sealed class KeepingTemplates : OrderTest
{
    [Fact]
    public async Task ORDER_3_AddedChangedMovedDeleted_RowEventAndTab()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "本社");
        await AddAsync(browser, "大阪支店");
        (await App.World.DeliveryTemplates.ReadAsync(row => row.Name == "本社", row => row.Address)).ShouldBe(Address());

        var list = (await browser.GetAsync(Templates)).ShouldBeOk();
        list.ShouldShow("5件中2件を登録済み");
        list.Texts(".p-tabs__link").ShouldContain("お届け先テンプレート");
        (await list.Form("form[action$=down]").SubmitAsync()).ShouldRedirectTo(Templates);
        (await NamesAsync()).ShouldBe(["大阪支店", "本社"]);

        var edit = await (await browser.GetAsync(Templates)).ClickAsync("本社");
        (await edit.ShouldBeOk().Form("form:has(input[name=Name])").Fill("Name", "東京本社").SubmitAsync("save")).ShouldRedirectTo(Templates);
        var delete = await (await browser.GetAsync(Templates)).ClickAsync("a[href$=delete]");
        (await delete.ShouldBeOk().ShouldShow("大阪支店").Form().SubmitAsync("削除")).ShouldRedirectTo(Templates);

        (await NamesAsync()).ShouldBe(["東京本社"]);
        (await App.World.DeliveryTemplates.ReadAsync(row => row.Position)).ShouldBe(1);
        foreach (var (kind, count) in new[] { ("added", 2), ("moved", 1), ("changed", 1), ("deleted", 1) })
        {
            (await App.World.Audit.CountAsync($"delivery-template-{kind}")).ShouldBe(count);
        }
    }

    [Fact]
    public async Task ORDER_3_AZ_19_OfTenAtOnce_FiveAreKept_AndTheSixthIsRefusedInWords()
    {
        var browsers = new[] { await SignedInAsync(), await SignedInAsync(Colleague) };
        var forms = new List<PortalForm>();
        for (var i = 0; i < 10; i++)
        {
            forms.Add(await FormAsync(browsers[i % 2], $"場所{i}"));
        }

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync("save"))));

        answers.Count(answer => (int)answer.Status == 303).ShouldBe(5);
        answers.Where(answer => (int)answer.Status != 303).ShouldAllBe(answer => (int)answer.Status == 422
            && answer.Text.Contains("お届け先テンプレートは5件まで登録できます"));
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(5);
        (await App.World.DeliveryTemplates.ListAsync(row => row.Position)).Order().ShouldBe([1, 2, 3, 4, 5]);
        (await App.World.Audit.CountAsync("delivery-template-added")).ShouldBe(5);
        (await browsers[0].GetAsync(Templates)).ShouldShow("5件中5件を登録済み").Has("a[href$=new]").ShouldBeFalse();
    }

    [Theory]
    [InlineData("PostalCode", "10000", "郵便番号")]
    [InlineData("PostalCode", "", "郵便番号を入力してください")]
    [InlineData("City", "", "市区町村を入力してください")]
    [InlineData("Street", "", "町名・番地を入力してください")]
    [InlineData("RecipientKana", "佐藤", "カナ")]
    [InlineData("RecipientKana", "", "お受取人（カナ）を入力してください")]
    [InlineData("Phone", "12345", "電話番号")]
    [InlineData("Phone", "", "電話番号を入力してください")]
    [InlineData("Name", "", "テンプレートの名前を入力してください")]
    public async Task ORDER_2_WhatIsWrong_IsSaidAtItsField_AndNothingIsLost(string field, string typed, string said)
    {
        var form = await FormAsync(await SignedInAsync(), "本社");

        var again = (await form.Fill(field, typed).SubmitAsync("save")).ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("[aria-invalid=true]").GetAttribute("name").ShouldBe(field);
        again.Find("option[selected][value=東京都]").ShouldNotBeNull();
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TEXT_4_ORDER_3_AStoredNumberThatNobodyTouches_BlocksNothing()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "本社");
        await App.World.DeliveryTemplates.ChangeAllAsync(row => row.Address.Phone, "03-0000-1002");

        var edit = await (await browser.GetAsync(Templates)).ClickAsync("本社");
        (await edit.ShouldBeOk().Form("form:has(input[name=Name])").Fill("Name", "東京本社").SubmitAsync("save")).ShouldRedirectTo(Templates);

        (await NamesAsync()).ShouldBe(["東京本社"]);
    }

    [Fact]
    public async Task ORDER_2_AnInventedPrefecture_IsNone()
    {
        var form = await FormAsync(await SignedInAsync(), "本社");

        (await form.Forge("Prefecture", "東京").SubmitAsync("save")).ShouldBeRefused().ShouldShow("都道府県を選択してください");
    }

    [Theory]
    [InlineData("150-0043", "東京都", "渋谷区", "道玄坂")]
    [InlineData("〒１５００００２", "東京都", "渋谷区", "渋谷")]
    [InlineData("0600001", "北海道", "札幌市中央区", "北一条西")]
    public async Task ORDER_8_APostalCode_FillsInTheAddress_ByAButton(string code, string prefecture, string city, string town)
    {
        var form = (await (await SignedInAsync()).GetAsync(Templates + "/new")).Form("form:has(input[name=Name])");

        var filled = (await form.Fill("Name", "店").Fill("PostalCode", code).SubmitAsync("postal")).ShouldBeOk();

        filled.Find("select[name=Prefecture] option[selected]").GetAttribute("value").ShouldBe(prefecture);
        filled.Find("input[name=City]").GetAttribute("value").ShouldBe(city);
        filled.Find("input[name=Street]").GetAttribute("value").ShouldBe(town);
        filled.Find("input[name=Name]").GetAttribute("value").ShouldBe("店");
        filled.Texts("[role=status]").ShouldContain(text => text.Contains(city, StringComparison.Ordinal));
    }

    /// <summary>What the first code filled in goes with it; what was typed stays, and the page says so.</summary>
    [Fact]
    public async Task ORDER_8_ACorrectedCode_MixesNoTwoAddresses()
    {
        var form = (await (await SignedInAsync()).GetAsync(Templates + "/new")).Form("form:has(input[name=Name])");
        var first = await form.Fill("Name", "店").Fill("PostalCode", "1500043").SubmitAsync("postal");

        var second = await first.Form("form:has(input[name=Name])").Fill("PostalCode", "0600001").SubmitAsync("postal");
        Shown(second).ShouldBe(("北海道", "札幌市中央区", "北一条西"));
        second.ShouldShow("北海道札幌市中央区北一条西を入力しました。番地を続けて入力してください。");

        var typed = await second.Form("form:has(input[name=Name])").Fill("Street", "北一条西1-1").Fill("PostalCode", "1500002")
            .SubmitAsync("postal");
        Shown(typed).ShouldBe(("東京都", "渋谷区", "北一条西1-1"));
        typed.ShouldShow("東京都渋谷区を入力しました。町名・番地を確認してください。");

        var emptied = await typed.Form("form:has(input[name=Name])").Fill("Street", "").SubmitAsync("postal");
        Shown(emptied).ShouldBe(("東京都", "渋谷区", "渋谷"));
        var several = await emptied.Form("form:has(input[name=Name])").Fill("PostalCode", "4980000").SubmitAsync("postal");
        (several.Find("input[name=City]").GetAttribute("value") ?? "").ShouldBe("");
        (several.Find("input[name=Street]").GetAttribute("value") ?? "").ShouldBe("");
    }

    [Theory]
    [InlineData("9999999", "見つかりません")]
    [InlineData("4980000", "弥富市")]
    public async Task ORDER_8_ACodeThatSaysNoOnePlace_BlocksNothing(string code, string said)
    {
        var form = await FormAsync(await SignedInAsync(), "本社");

        var told = (await form.Fill("PostalCode", code).SubmitAsync("postal")).ShouldBeOk().ShouldShow(said);

        told.Find("input[name=City]").GetAttribute("value").ShouldBe("千代田区");
        (await told.Form("form:has(input[name=Name])").SubmitAsync("save")).ShouldRedirectTo(Templates);
    }

    [Fact]
    public async Task ORDER_8_AScriptAsksTheSame()
    {
        var browser = await SignedInAsync();

        var answer = (await browser.GetAsync("/t/rental/postal-codes?code=150-0043")).ShouldBeOk();
        using var told = System.Text.Json.JsonDocument.Parse(answer.Body);
        var place = told.RootElement.EnumerateArray().ShouldHaveSingleItem();
        new[] { "prefecture", "city", "town" }.Select(name => place.GetProperty(name).GetString()).ShouldBe(["東京都", "渋谷区", "道玄坂"]);
        (await browser.GetAsync("/t/rental/postal-codes?code=x")).ShouldBeOk().Body.ShouldBe("[]");
    }

    [Theory]
    [InlineData("本社", "本社")]
    [InlineData("A支店", "Ａ支店")]
    [InlineData("Ａ支店", "a支店")]
    public async Task ORDER_3_TEXT_1_TwoThatLookTheSame_AreNotTaken(string name, string other)
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, name);
        await AddAsync(browser, "倉庫");

        (await (await FormAsync(browser, other)).SubmitAsync("save")).ShouldBeRefused().ShouldShow("同じ名前のテンプレートがあります");
        var edit = (await (await browser.GetAsync(Templates)).ClickAsync("倉庫")).ShouldBeOk().Form("form:has(input[name=Name])");
        (await edit.Fill("Name", other).SubmitAsync("save")).ShouldBeRefused().ShouldShow("同じ名前のテンプレートがあります");
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task ORDER_3_ItsOwnName_IsNoOthers_HoweverItIsWritten()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "Ａ支店");
        var edit = (await (await browser.GetAsync(Templates)).ClickAsync("Ａ支店")).ShouldBeOk().Form("form:has(input[name=Name])");

        (await edit.Fill("Name", "A支店").SubmitAsync("save")).ShouldRedirectTo(Templates);

        (await App.World.DeliveryTemplates.ReadAsync(row => row.Name)).ShouldBe("A支店");
    }

    [Fact]
    public async Task ORDER_3_SAFE_1_WhatAColleagueSavedMeanwhile_IsShownBesideOnesOwn()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "本社");
        var (mine, theirs) = (await EditAsync(browser), await EditAsync(await SignedInAsync(Colleague)));
        (await theirs.Fill("Building", "新館").SubmitAsync("save")).ShouldRedirectTo(Templates);

        var told = await mine.Fill("Street", "千代田2-2").SubmitAsync("save");

        told.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("千代田2-2").ShouldShow("新館").ShouldShow("鈴木 次郎");
        (await App.World.DeliveryTemplates.ReadAsync(row => row.Address.Street)).ShouldBe("千代田1-1");
    }

    [Fact]
    public async Task ORDER_3_SAFE_1_WhatAColleagueChangedMeanwhile_IsShownBeforeItIsDeleted()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "本社");
        var ask = await (await browser.GetAsync(Templates)).ClickAsync("a[href$=delete]");
        (await (await EditAsync(await SignedInAsync(Colleague))).Fill("Building", "新館").SubmitAsync("save")).ShouldRedirectTo(Templates);
        var id = await App.World.DeliveryTemplates.ReadAsync(row => row.Id);

        var told = await (await ask.ShouldBeOk().Form().SubmitAsync("削除")).ShouldRedirectTo($"{Templates}/{id}/delete").FollowAsync();

        told.ShouldBeOk().ShouldShow("鈴木 次郎さんがこのテンプレートを変更したため、まだ削除していません").ShouldShow("新館");
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(1);
        (await told.Form().SubmitAsync("削除")).ShouldRedirectTo(Templates);
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_3_SAFE_2_WhatStandsFirstAlready_IsNotSaidToBeMoved()
    {
        var browser = await SignedInAsync();
        await AddAsync(browser, "本社");
        await AddAsync(browser, "大阪支店");
        var (first, second) = (await browser.GetAsync(Templates), await browser.GetAsync(Templates));

        (await (await first.Form("form[action$=up]").SubmitAsync()).FollowAsync()).ShouldShow("「大阪支店」を移動しました");
        (await (await second.Form("form[action$=up]").SubmitAsync()).FollowAsync()).ShouldNotShow("移動しました");

        (await NamesAsync()).ShouldBe(["大阪支店", "本社"]);
        (await App.World.Audit.CountAsync("delivery-template-moved")).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_03_AnotherLoginIdsTemplate_DoesNotExist()
    {
        await AddAsync(await SignedInAsync(), "本社");
        var id = await App.World.DeliveryTemplates.ReadAsync(row => row.Id);
        var stranger = await SignedInAsync(StrangerMail, Stranger);

        (await stranger.GetAsync(Templates)).ShouldBeOk().ShouldNotShow("本社");
        (await stranger.GetAsync($"{Templates}/{id}")).ShouldBeNotFound();
        (await CraftAsync(stranger, Templates + "/new", $"{Templates}/{id}/delete")).ShouldBeNotFound();
        (await CraftAsync(stranger, Templates + "/new", $"{Templates}/{id}/up")).ShouldBeNotFound();
        (await App.World.DeliveryTemplates.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ORDER_3_InEnglish()
    {
        var browser = await SignedInAsync();

        (await browser.GetAsync(Templates + "?culture=en")).ShouldBeOk().ShouldShow("Delivery templates").ShouldShow("0 of 5 in use");
    }

    private static async Task<PortalForm> FormAsync(PortalBrowser browser, string name) =>
        WithAddress((await browser.GetAsync(Templates + "/new")).ShouldBeOk().Form("form:has(input[name=Name])")).Fill("Name", name);

    private static async Task AddAsync(PortalBrowser browser, string name) =>
        (await (await FormAsync(browser, name)).SubmitAsync("save")).ShouldRedirectTo(Templates);

    private static async Task<PortalForm> EditAsync(PortalBrowser browser) =>
        (await (await browser.GetAsync(Templates)).ClickAsync("本社")).ShouldBeOk().Form("form:has(input[name=Name])");

    private Task<IReadOnlyList<string>> NamesAsync() =>
        App.World.DeliveryTemplates.AskAsync(rows => rows.OrderBy(row => row.Position).Select(row => row.Name));

    private static (string? Prefecture, string? City, string? Street) Shown(PortalPage page) =>
        (page.Find("select[name=Prefecture] option[selected]").GetAttribute("value"),
            page.Find("input[name=City]").GetAttribute("value"), page.Find("input[name=Street]").GetAttribute("value"));
}
