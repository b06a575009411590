using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Data;

/// <summary>Queries put together by code and compiled once for each shape (PERF-2).</summary>
public sealed class ShapedQueryTests
{
    private static readonly string[] Fixed = ["N0009001", "N0009002"];

    private static ShapedQuery<Asked, string> Names() => new(asked => asked.IsBackwards, (db, asked) =>
    {
        var known = db.Users.Where(user => user.UserName != asked.Not.Name).Select(user => user.Id);
        var rows = db.Users.Where(user => known.Contains(user.Id) && db.Contracts.Any(row => row.Id == user.ContractId)
            && Fixed.Contains(user.UserName) && !asked.Not.All.Contains(user.UserName));
        return (asked.IsBackwards ? rows.OrderByDescending(user => user.UserName) : rows.OrderBy(user => user.UserName)).OnPage(1)
            .Select(user => user.UserName + asked.Mark);
    });

    private static string Changing => TimeProvider.System.GetUtcNow().ToString("O");

    [Fact]
    public async Task PERF_2_AShape_IsCompiledOnce_AndAskedWithOtherValuesOfOtherTenants()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        await new Account("control", "N0009002").AddToAsync(app);
        await new Account("control", "N0009003").AddToAsync(app);
        var tenant = await app.Database.ReadAsync<Guid>($"""SELECT "TenantId" FROM "Users" LIMIT 1""");
        var (names, compiled) = (Names(), new List<string>());
        var options = new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql(app.Database.AppConnectionString)
            .AddInterceptors(TenantScopeInterceptor.Instance).LogTo(compiled.Add, [CoreEventId.QueryExecutionPlanned]).Options;

        async Task<string> AskAsync(Guid within, bool backwards, string not, string mark)
        {
            var scope = new TenantScope();
            scope.Use(within);
            await using var db = new NpgsqlPortalDbContext(options, scope, app.Time);
            return string.Join(' ', await names.Ask(db, new Asked(backwards, new Excepted(not, [not, "another"]), mark)).ToListAsync());
        }

        (await AskAsync(tenant, false, "N0009002", "!")).ShouldBe("N0009001!");
        (await AskAsync(tenant, false, "N0009001", "?")).ShouldBe("N0009002?");
        (await AskAsync(Guid.NewGuid(), false, "", "!")).ShouldBe("");
        (await AskAsync(tenant, true, "", "")).ShouldBe("N0009002 N0009001");
        (await AskAsync(tenant, false, "", "")).ShouldBe("N0009001 N0009002");
        compiled.Count.ShouldBe(2);
    }

    [Fact]
    public void PERF_2_ItIsCompiledForEachProvider()
    {
        using var postgres = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var asked = new Asked(false, new Excepted("", []), "");
        var names = Names();

        names.Ask(postgres, asked).ShouldNotBeNull();
        names.Ask(sqlServer, asked).ShouldNotBeNull();
    }

    /// <summary>Public methods of the framework take fifteen; the counts of a page have more.</summary>
    [Fact]
    public async Task PERF_2_OfAnyNumberOfValues_InAsManyParts()
    {
        await using var app = await PortalApp.CreateAsync();
        string[] ids = [.. Enumerable.Range(9101, 20).Select(number => $"N000{number}")];
        foreach (var id in ids)
        {
            await new Account("control", id).AddToAsync(app);
        }

        var query = new ShapedQuery<Parts, string>(parts => parts.All.Count, (db, parts) =>
            parts.All.Select(part => db.Users.Where(user => user.UserName == part.Name).Select(user => user.UserName + part.Mark))
                .Aggregate((all, one) => all.Concat(one)));
        await app.InTenantAsync("control", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            foreach (var mark in new[] { "!", "?" })
            {
                (await query.Ask(db, new Parts([.. ids.Select(id => new Part(id, mark))])).ToListAsync())
                    .ShouldBe(ids.Select(id => id + mark), ignoreOrder: true);
            }
        });
    }

    /// <summary>Two that are one object now need not be one the next time.</summary>
    [Fact]
    public void PERF_2_AnObjectAtTwoPlaces_IsRefused()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        var part = new Part("N0009001", "");
        var query = new ShapedQuery<Parts, PortalUser>(_ => 0, (context, parts) =>
        {
            var second = parts.All[1];
            return context.Users.Where(user => user.UserName == second.Name);
        });

        Should.Throw<InvalidOperationException>(() => query.Ask(db, new Parts([part, part])));
    }

    /// <summary>What reads the rows is a value of the query: EF 10 makes it anew each time.</summary>
    [Fact]
    public void PERF_2_WhatReadsTheRows_IsMadeOnce()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        var (names, asked) = (Names(), new Asked(false, new Excepted("", []), ""));
        var (first, second) = (names.Ask(db, asked), names.Ask(db, asked));

        var reader = first.GetType().GetField("_shaper", BindingFlags.Instance | BindingFlags.NonPublic).ShouldNotBeNull();
        reader.GetValue(first).ShouldBeAssignableTo<Delegate>().ShouldBeSameAs(reader.GetValue(second));
    }

    public static TheoryData<string, Func<PortalDbContext, Asked, IQueryable<PortalUser>>> Copies => new()
    {
        {
            "a local variable", (db, asked) =>
            {
                var copy = asked.Mark;
                return db.Users.Where(user => user.UserName == copy);
            }
        },
        {
            "a text from within", (db, asked) =>
            {
                var copy = asked.Not.Name;
                return db.Users.Where(user => user.UserName == copy);
            }
        },
        {
            "an element of a list", (db, asked) =>
            {
                var copy = asked.Not.All[0];
                return db.Users.Where(user => user.UserName == copy);
            }
        },
        { "a service", (db, _) => db.Users.Where(user => user.TenantId == db.Scope.Current) },
        { "what changes by itself", (db, _) => db.Users.Where(user => user.UserName == Changing) },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void PERF_2_AValueThatIsNotAsked_IsRefused(string what, Func<PortalDbContext, Asked, IQueryable<PortalUser>> build)
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);

        Should.Throw<InvalidOperationException>(() => new ShapedQuery<Asked, PortalUser>(_ => 0, build)
            .Ask(db, new Asked(false, new Excepted("", ["all"]), "")), what).Message.ShouldContain("not among what is asked");
    }

    public sealed record Excepted(string Name, IReadOnlyList<string> All);

    internal sealed record Part(string Name, string Mark);

    internal sealed record Parts(IReadOnlyList<Part> All);

    public sealed record Asked(bool IsBackwards, Excepted Not, string Mark)
    {
        /// <summary>Belongs to nothing that is asked.</summary>
        public static Asked Nothing => new(false, new Excepted("", []), "");
    }
}
