using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn.Gate;

/// <summary>A sign-in page where everybody gets as far as the hash gate, and floods of guesses.</summary>
public abstract class GateTest : SignInTest
{
    /// <summary>
    /// A hash that takes some of the time that it takes in production. Before the gate
    /// everybody passes: what is looked at here is the gate.
    /// </summary>
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Passwords:Iterations"] = "20000",
        ["Portal:Database:TenantQueue"] = "2000",
        ["Portal:Database:TenantPatience"] = "00:02:00",
    };

    /// <summary>As many browsers, each of which sends another guess whenever it is told to.</summary>
    protected async Task<List<Func<Task<PortalPage>>>> FloodAsync(int count, Func<int, string> address, string id)
    {
        var first = Stranger();
        var fields = Typed((await first.GetAsync($"/t/{Tenant}/login")).Form("main form"), id, "").Fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        var guesses = 0;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var browser = Stranger(address(i));
            foreach (var cookie in first.Cookies.All)
            {
                browser.Cookies.Plant(cookie.Name.ToString(), cookie.Value.ToString(), cookie.Path.ToString());
            }

            return (Func<Task<PortalPage>>)(() => browser.PostAsync($"/t/{Tenant}/login", [.. fields.Select(field =>
                field.Key == "Password" ? KeyValuePair.Create(field.Key, Wrong + Interlocked.Increment(ref guesses)) : field)]));
        })];
    }

    protected static PortalForm Typed(PortalForm form, string id, string password) =>
        form.Fill("Identifier", id).Fill("Password", password);
}
