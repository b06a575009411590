using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Data;
using Portal.Web.Data.Configurations;

namespace Portal.Architecture.Tests.House;

/// <summary>The model is put together without looking through the program for its parts (ADR 0149).</summary>
public sealed class ModelTests
{
    private static readonly string[] Mapping = ["System.ComponentModel.DataAnnotations", "Microsoft.EntityFrameworkCore"];

    [Fact]
    public void PERF_5_EveryConfiguration_IsNamed()
    {
        var named = TypeReferences.Of(typeof(EveryConfiguration));

        var there = Source.Web.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }
            && Array.Exists(type.GetInterfaces(), IsConfiguration)).ToList();

        there.Count.ShouldBeGreaterThan(70);
        there.Where(type => !named.Contains(type)).Select(type => type.Name).ShouldBeEmpty();
    }

    /// <summary>The conventions that would read them are not there.</summary>
    [Fact]
    public void PERF_5_NoEntity_SaysByAnAttributeHowItIsKept()
    {
        var entities = Source.Web.GetTypes().Where(type => type.Namespace == typeof(PortalDbContext).Namespace + ".Entities").ToList();

        entities.Count.ShouldBeGreaterThan(70);
        entities.SelectMany(type => type.GetMembers(TypeReferences.Declared).Prepend(type)).SelectMany(Attributes).ShouldBeEmpty();
    }

    private static bool IsConfiguration(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>);

    private static IEnumerable<string> Attributes(MemberInfo member) => member.CustomAttributes
        .Where(attribute => Array.Exists(Mapping, each => attribute.AttributeType.Namespace!.StartsWith(each, StringComparison.Ordinal)))
        .Select(attribute => $"{member.DeclaringType?.Name}.{member.Name} {attribute.AttributeType.Name}");
}
