using System.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.WorkRequests;

/// <summary>The catalogue of the demonstration: the definitions beside this file.</summary>
internal sealed class DemoWorkItems(DemoSite site)
{
    private const string Premium = "プレミアム";

    /// <summary>In the order of the catalogue, with the plans that include it.</summary>
    private static readonly (string Code, string[] OnlyWith)[] All =
    [
        ("policy-change", []),
        ("alert-rule", []),
        ("anomaly-settings", [Premium]),
        ("alert-release", []),
        ("alert-remediation", []),
        ("alert-recipients", []),
        ("alert-report", []),
        ("compliance-report", [Premium]),
        ("user-change", []),
    ];

    private readonly Dictionary<string, (WorkItem Item, WorkDefinition Definition)> known = [];

    public void Add()
    {
        for (var i = 0; i < All.Length; i++)
        {
            var (code, onlyWith) = All[i];
            var json = Read(code);
            var item = new WorkItem
            {
                Id = Guid.CreateVersion7(),
                TenantId = site.Tenant.Id,
                Code = code,
                Position = 10 * (i + 1),
                Edition = 1,
                IsPublished = true,
                ChangedBy = site.Desk is [var (_, name), ..] ? name : "運用担当",
            };
            item.LimitTo(onlyWith);
            site.Db.WorkItems.Add(item);
            site.Db.WorkItemVersions.Add(new WorkItemVersion
            {
                TenantId = site.Tenant.Id,
                ItemId = item.Id,
                Edition = 1,
                Definition = json,
                CreatedAt = site.Clock.DaysAgo(300),
                CreatedBy = item.ChangedBy,
            });
            known.Add(code, (item, Understood(code, json)));
        }
    }

    public (WorkItem Item, WorkDefinition Definition) Find(string code) => known[code];

    private static WorkDefinition Understood(string code, string json)
    {
        var reading = DefinitionReader.Read(json);
        return reading.Definition ?? throw new InvalidOperationException($"{code}: {string.Join(", ", reading.Faults)}");
    }

    private static string Read(string code)
    {
        var name = $"Portal.Web.Data.Seed.WorkRequests.{code}.json";
        using var stream = typeof(DemoWorkItems).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
