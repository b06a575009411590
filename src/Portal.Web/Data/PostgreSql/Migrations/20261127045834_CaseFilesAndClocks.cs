using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CaseFilesAndClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AnswerDueAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AnswerWarnAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FirstAnsweredAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindedAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SolutionDueAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SolutionSecondsLeft",
                table: "Cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SolutionWarnAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FileCount",
                table: "CaseEntries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Priority",
                table: "CaseEntries",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_DueAt_Id",
                table: "Cases",
                columns: new[] { "TenantId", "DueAt", "Id" },
                filter: "\"DueAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_DueAt_Id",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnswerDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnswerWarnAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "FirstAnsweredAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SolutionDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SolutionSecondsLeft",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SolutionWarnAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "FileCount",
                table: "CaseEntries");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "CaseEntries");
        }
    }
}
